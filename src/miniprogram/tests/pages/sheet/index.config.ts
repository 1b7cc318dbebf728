export default definePageConfig({ navigationBarTitleText: '一页纸' })
