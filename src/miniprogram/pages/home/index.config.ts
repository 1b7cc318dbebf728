export default definePageConfig({
  navigationBarTitleText: '心驿',
  enableShareAppMessage: true,
  enablePullDownRefresh: true,
})
