export default definePageConfig({ navigationBarTitleText: '自我测评' })
