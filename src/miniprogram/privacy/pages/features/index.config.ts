export default definePageConfig({ navigationBarTitleText: '分功能说明' })
