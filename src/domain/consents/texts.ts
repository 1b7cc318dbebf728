import type { Purpose } from './words'

/** What the person reads before agreeing. A change of meaning is a new version, and asks again. */
export type ConsentText = {
  version: number
  title: string
  /** One sentence: what for. */
  why: string
  stored: string
  seenBy: string
  gone: string
  /** What still works without it. */
  without: string
}

/** The last of each is today's; earlier ones stay, so that a person can read what they agreed to. */
export const consentTexts: Record<Purpose, readonly [ConsentText, ...ConsentText[]]> = {
  tests: [
    {
      version: 1,
      title: '做自我测评',
      why: '根据您的回答算出结果，只拿给您自己看。',
      stored: '您的回答和结果，锁起来存放。',
      seenBy: '只有您自己。单位、人事和管理员都看不到。想让咨询师看，每一次都由您来定。',
      gone: '您随时可以删掉一次或全部结果；不删的话，两年后自动清除。',
      without: '不同意也能看文章、做呼吸练习、打热线、找咨询师。',
    },
    {
      version: 2,
      title: '做自我测评',
      why: '根据您的回答算出结果，只拿给您自己看。',
      stored: '您的回答和结果，锁起来存放。',
      seenBy: '只有您自己。单位、人事、管理员、督导和咨询师都看不到。',
      gone: '您随时可以删掉一次或全部结果；不删的话，两年后自动清除。撤回同意后不再收新的回答，做过的结果还是您的，仍然能看、能删。',
      without: '不同意也能看文章、做呼吸练习、打热线。',
    },
  ],
  counselling: [
    {
      version: 1,
      title: '预约和咨询',
      why: '为您安排咨询师，让你们能说上话。',
      stored: '预约的时间和方式，说过的话和发过的图片，锁起来存放。',
      seenBy: '您和接待您的咨询师。别的咨询师、单位、人事和管理员都看不到。',
      gone: '您随时可以删除。法规要求保留的记录会封存到期，封存时谁也打不开，到期自动清除。',
      without: '不同意也能拨打热线，不用留下姓名。',
    },
    {
      version: 2,
      title: '预约和咨询',
      why: '为您安排咨询师，让你们能说上话。',
      stored: '预约的时间和方式，您写给咨询师的话和留的号码，说过的话、发过的图片，咨询师写的记录，都锁起来存放。',
      seenBy:
        '您和接待您的咨询师；咨询师请教督导时，还有那位督导。转给值守要您先同意，只有有生命危险时例外。单位、人事和管理员都看不到。',
      gone: '您随时可以删除。法规要求保留的记录会封存到期，封存时谁也打不开，到期自动清除。',
      without: '不同意也能看文章、做测评、拨打热线，不用留下姓名。',
    },
  ],
  'call-back': [
    {
      version: 1,
      title: '请值守的人回电',
      why: '让值守的督导给您打一个电话。',
      stored: '您填的一个电话号码，锁起来存放，不问姓名。',
      seenBy: '当班的督导。每看一次，都会记在您的「谁看过我」里。',
      gone: '最后一次回访结束后立即清除。',
      without: '不留电话，也可以自己拨打 12356、120 或 110。',
    },
  ],
  figures: [
    {
      version: 1,
      title: '算进单位的人数',
      why: '让工会知道一个单位有多少人用过，好多安排一些服务。',
      stored: '只在统计时数一次人数，留下来的只有总数。',
      seenBy: '工会管理员只看得到总数，不到 10 人时连总数也不显示。',
      gone: '撤回后，以后的统计不再数您；已经公布的总数里没有任何人的信息，不会改动。',
      without: '不同意，所有服务都一样用。',
    },
    {
      version: 2,
      title: '算进单位的合计',
      why: '让工会知道一个单位有多少人用过、大家过得怎么样，好多安排一些服务。',
      stored: '统计时数一次，留下来的只有总数；团体测评里您落在哪一档，锁到合计那天，数完立即清除。',
      seenBy: '工会管理员只看得到总数，不到 10 人时连总数也不显示。',
      gone: '撤回后，以后的统计不再数您，还没合计的回答会清除；已经公布的总数里没有任何人的信息，不会改动。',
      without: '不同意，所有服务都一样用。',
    },
  ],
}

export const textOf = (purpose: Purpose): ConsentText =>
  consentTexts[purpose][consentTexts[purpose].length - 1] ?? consentTexts[purpose][0]

export const currentVersion = (purpose: Purpose) => textOf(purpose).version
