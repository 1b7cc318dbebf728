import { Row, Rows } from '../../parts/row'
import { Section } from '../../parts/section'
import { go, paths } from '../../parts/ways'

/** For whoever did not find a time here. */
export const OtherWays = () => (
  <Section title="都不合适的话">
    <Rows>
      <Row name="没有合适的时间" hint="告诉我们您什么时候方便，三天内答复您" onTap={() => go(paths.wish)} />
      <Row name="先打个电话" hint="热线不用预约，不用登录，可以不说名字" onTap={() => go(paths.counselling)} />
    </Rows>
  </Section>
)
