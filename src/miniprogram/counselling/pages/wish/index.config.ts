export default definePageConfig({ navigationBarTitleText: '没有合适的时间' })
