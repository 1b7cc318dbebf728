export default definePageConfig({ navigationBarTitleText: '说明与同意' })
