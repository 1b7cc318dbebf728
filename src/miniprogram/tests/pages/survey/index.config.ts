export default definePageConfig({ navigationBarTitleText: '单位邀请的测评' })
