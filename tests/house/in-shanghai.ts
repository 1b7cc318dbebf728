// A union's own server stands in Shanghai, WeChat's cloud runs in UTC: whatever goes by time is proved on both.
process.env.TZ = 'Asia/Shanghai'
if (new Date(0).getTimezoneOffset() !== -480) throw new Error('the time zone of this run could not be set')
