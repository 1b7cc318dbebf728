export default definePageConfig({ navigationBarTitleText: '约咨询师' })
