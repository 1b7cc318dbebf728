import type { IconName } from '../../assets/icons'

/** What anybody wants to know before writing a word here; it must be true of everything that is stored. */
export const answers: readonly { icon: IconName; question: string; answer: string }[] = [
  {
    icon: 'eye',
    question: '谁能看到',
    answer:
      '只有您自己，单位、人事和管理员都看不到。请人回电时留的号码，值守的督导能看到。遇到生命危险、您本人要求或法律规定时，要两位督导都同意才能看。每一次都写进「谁看过我」。',
  },
  {
    icon: 'lock',
    question: '怎么保管',
    answer:
      '不问姓名，不存证件号。只有您自己留下、请人回电的号码会存，用完就清除。您写下的内容加密存放，每个人各有各的钥匙，别人的打不开您的。',
  },
  {
    icon: 'clock',
    question: '什么时候清除',
    answer: '您随时可以删，删了谁也找不回来，备份里最多再过 7 天也没有了。没有删的，每一类都写着什么时候清除。',
  },
]
