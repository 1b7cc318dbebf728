export default definePageConfig({ navigationBarTitleText: '聊' })
