export default definePageConfig({ navigationBarTitleText: '课后评价' })
