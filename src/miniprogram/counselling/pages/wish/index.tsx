import { Text, View } from '@tarojs/components'
import type { Output } from '../../../../contract'
import { PROMISE_DAYS } from '../../../../domain/wishes/wish'
import { api } from '../../../cloud/api'
import { Button } from '../../../parts/button'
import { PageShell } from '../../../parts/page-shell'
import { Section } from '../../../parts/section'
import { useNow } from '../../../parts/use-now'
import { go, paths } from '../../../parts/ways'
import { Buttons } from '../../../privacy/parts/paper'
import { Told } from '../../../privacy/parts/told'
import { useOwn } from '../../../privacy/parts/use-own'
import { WishForm } from '../../parts/wish-form'
import { WishAnswered, WishWaiting } from '../../parts/wish-told'
import './index.scss'

type Wishes = Output<'wishes', 'mine'>

const HALF_A_MINUTE_MS = 30_000
/** As many as still mean something. */
const MOST_ANSWERED = 3

const Wishing = ({
  rows,
  onRetry,
  onGone,
}: {
  rows: Wishes['rows']
  onRetry: () => void
  onGone: (id: string) => void
}) => {
  const now = useNow(HALF_A_MINUTE_MS)
  const open = rows.filter(({ answeredAt }) => answeredAt === null)
  const told = rows.filter(({ answeredAt }) => answeredAt !== null).slice(0, MOST_ANSWERED)
  const answers = told.map((wish) => (
    <WishAnswered key={wish.id} wish={wish} now={now} onGone={() => onGone(wish.id)} />
  ))
  return (
    <View>
      {open.length > 0
        ? open.map((wish) => <WishWaiting key={wish.id} wish={wish} onGone={() => onGone(wish.id)} />)
        : null}
      {answers}
      {open.length > 0 ? (
        <Buttons>
          <Button text="想找人说说，看求助电话" kind="quiet" onTap={() => go(paths.help)} />
        </Buttons>
      ) : told.length > 0 ? (
        <Section title="再找一次">
          <WishForm onAsked={onRetry} />
        </Section>
      ) : (
        <View>
          <Text className="wish__lead">
            告诉我们您什么时候方便，我们来找咨询师，{PROMISE_DAYS} 天内答复您。急着说说，可以先打 12356。
          </Text>
          <WishForm onAsked={onRetry} />
        </View>
      )}
    </View>
  )
}

export default function WishPage() {
  const { own, retry, take } = useOwn<Wishes, never>(() => api.wishes.mine({}), { rows: [] })
  return (
    <PageShell title="没有合适的时间" hide>
      <Told own={own} onRetry={retry}>
        {({ rows }) => (
          <Wishing rows={rows} onRetry={retry} onGone={(id) => take({ rows: rows.filter((row) => row.id !== id) })} />
        )}
      </Told>
    </PageShell>
  )
}
