/** What one feature keeps, in the words of the person it is kept about. */
export type FeatureOfPrivacy = { name: string; stored: string; seenBy: string; gone: string }

const inWechat = process.env.TARO_ENV === 'weapp'

const identity: FeatureOfPrivacy = inWechat
  ? {
      name: '微信身份',
      stored: '由微信身份换算出的一串代码，用来认出哪些东西是您的，算不回去。不存微信号、头像和手机号。',
      seenBy: '没有人需要看，也不在任何页面上显示。',
      gone: '您注销账户时，它认得的所有东西一起删除。',
    }
  : {
      name: '这个浏览器的钥匙',
      stored:
        '您第一次留下东西时给这个浏览器的一把钥匙，用来认出哪些东西是您的。我们只存它的印记，照着印记配不出钥匙。',
      seenBy: '没有人需要看，也不在任何页面上显示。',
      gone: '您注销账户时立即删除；两年没有再用过，连同它认得的所有东西一起清除。',
    }

/** What two supervisors may open together is said wherever it is so: a promise must not be larger than what is true. */
const exception = '平时只有您自己。遇到生命危险、您本人要求或法律规定时，两位督导都同意才能看，看了会写进「谁看过我」。'

/** Only what is there today: a feature writes its own line when it comes. */
export const features: readonly FeatureOfPrivacy[] = [
  {
    name: '文章与收藏',
    stored: '您收藏了哪几篇。看文章、听音频、做练习都不记名；看到哪里，只记在这部手机上。',
    seenBy: '只有您自己。',
    gone: '您取消收藏时立即删除；您也可以一次全部删除。',
  },
  {
    name: '单位核对',
    stored: '您属于哪个单位、哪天核对的。用来核对的号码用过就丢，不存下来。',
    seenBy: `${exception}单位和管理员最多看到一个邀请码有多少人用过，不到 10 人时连人数也看不到。`,
    gone: '您退出单位时立即删除。',
  },
  {
    name: '昵称与代号',
    stored: '系统给您起的代号，和您自己填的昵称。昵称加密存放。',
    seenBy: `${exception}代号用来代替姓名，看不出您是谁。`,
    gone: '您删除这一类时，昵称和代号一起立即删除。',
  },
  {
    name: '自我测评',
    stored: '您送出的回答和算出的结果，加密存放。没有送出的只在这部手机上，最多 14 天。',
    seenBy: '只有您自己。单位、管理员、督导和咨询师都打不开。',
    gone: '您可以删掉一次或全部，立即生效；不删的话，两年后自动清除。',
  },
  {
    name: '请人回电',
    stored: '您留下的一个电话号码，加密存放；还有哪天留的、同事接下没有。不问姓名。',
    seenBy: '值守的督导。每看一次号码，都写进「谁看过我」。',
    gone: '您撤回时立即清除；不撤回的话，最后一次问候后清除。',
  },
  {
    name: '回电之后的跟进',
    stored: '请人回电之后，督导可能建一份跟进的记录：为什么要再联系、转给了哪里、哪天再看。加密存放。',
    seenBy: '督导。每看一次、每改一次，都写进「谁看过我」。',
    gone: '跟进结束时立即清除；您也可以随时删除。',
  },
  {
    name: '团体测评',
    stored: '您在单位的团体测评里落在哪一档，加密存放，等结束后和大家的合在一起数一次。每道题选了什么不存。',
    seenBy: '没有人看单独的一份。工会只看到合计，不到 10 人的地方不显示。',
    gone: '数完立即清除；结束之前您可以收回。',
  },
  {
    name: '使用次数',
    stored:
      '哪篇内容、哪个小时、看了几次、看了多久；哪个测评开始、做完、停在第几题各几次；求助的页面打开了几次、哪个号码被点了几次。不带任何身份，从一开始就不知道是谁。',
    seenBy: '工会的编辑、审核、管理员和督导，看到的是全市合在一起的数目；督导只看测评和求助的。',
    gone: '零散的阅读和播放次数 400 天后清除，测评和求助的次数一合计就清空；合在一起的数目长期保留，里面没有任何人。',
  },
  {
    name: '谁看过我',
    stored: '什么角色的人、什么时候、为什么看过您的哪一类东西。',
    seenBy: '您自己。审计员能看到「有人看过」，看不到是谁的、也看不到内容。',
    gone: '一直为您留着，谁也不能改；您注销账户时一起删除。审计员那份不带身份，按法律至少保存三年。',
  },
  identity,
]
