import { Text, View } from '@tarojs/components'
import { aria } from '../../parts/aria'
import { Paper, Quiet } from '../../privacy/parts/paper'
import './draw-steps.scss'

const steps = [
  '活动公布时，种子已经定了。它的指纹当时就写在这里，之后谁也换不了种子。',
  '报名截止后，名单封好，公布名单和它的指纹。名单里只有每张票的指纹、要几个名额、能用哪种预留名额，没有名字。',
  '隔几分钟，公布种子。种子、名单和您的票合起来算出一个数，从小到大排，就是抽签的先后。',
  '按先后给名额，给完为止，后面的依次候补。同样的名单和种子，谁来算都是同一个结果。',
] as const

export const DrawSteps = () => (
  <Paper title="怎么抽的">
    <View {...aria({ role: 'list' })}>
      {steps.map((step, at) => (
        <View key={step} className="draw-steps__one" {...aria({ role: 'listitem' })}>
          <Text className="draw-steps__number">{at + 1}</Text>
          <Text className="draw-steps__words">{step}</Text>
        </View>
      ))}
    </View>
    <Quiet>「指纹」是用公开的 SHA-256 算出来的 64 位：内容改一个字，指纹就完全不同。</Quiet>
  </Paper>
)

/** The rule to the letter, as `src/domain/draws/draw.ts` has it, for whoever writes it anew. */
export const DrawRule = () => (
  <Paper title="想自己写程序算">
    <Quiet>
      名单：一行一张票，「票的指纹 要几个名额 能用的预留名额」，没有预留名额写 -，两种都有用 +
      连起来；按字符从小到大，行间一个换行，末尾没有换行。
    </Quiet>
    <Quiet>每张票的数：SHA-256（种子 空格 名单的指纹 空格 票的指纹），小的在前。</Quiet>
    <Quiet>
      给名额：先用自己的预留名额，shift（倒班和一线）在前，newcomer（第一次来）在后，再用大家的。要的名额不够时，先问这一张票要不要剩下的，不让后面的插到前面。
    </Quiet>
    <Quiet>
      结果：按先后一行一张票，「票的指纹 结果 得到的名额数」，结果写 seated（有名额）、offered（名额不够，先问）或
      waiting（候补）；全文的 SHA-256 就是结果的指纹。
    </Quiet>
  </Paper>
)
