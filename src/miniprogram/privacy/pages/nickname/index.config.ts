export default definePageConfig({ navigationBarTitleText: '昵称与代号' })
