export default definePageConfig({ navigationBarTitleText: '记事' })
