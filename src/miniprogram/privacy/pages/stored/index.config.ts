export default definePageConfig({ navigationBarTitleText: '存了什么' })
