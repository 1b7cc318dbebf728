export default definePageConfig({ navigationBarTitleText: '呼吸' })
