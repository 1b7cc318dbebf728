export default definePageConfig({ navigationBarTitleText: '带走一份' })
