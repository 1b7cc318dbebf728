import { Text, View } from '@tarojs/components'
import { type Field, fieldNames } from '../../../domain/counsellors/words'
import { briefs } from '../../../domain/instruments/briefs'
import type { Instrument } from '../../../domain/instruments/instrument'
import { type Match, matchesOf, orderOfPieces, piecesToOffer, type Scores } from '../../../domain/instruments/matches'
import { type Topic, topicNames } from '../../../domain/pieces/words'
import { api } from '../../cloud/api'
import { useReply } from '../../cloud/use-reply'
import { countUse } from '../../counting/count-use'
import { PieceCard } from '../../parts/piece-card'
import { Row, Rows } from '../../parts/row'
import { Section } from '../../parts/section'
import { go, paths, wayToCounsellors, wayToInstrument, wayToList } from '../../parts/ways'
import './matched.scss'

const MOST = 2

/** Of the newest of a topic, as the library lists them; without a network at least the way there. */
const Pieces = ({ topic }: { topic: Topic }) => {
  const { shown } = useReply(`list.${topic}.all`, () => api.pieces.list({ topic }))
  const cards = shown.state === 'shown' ? piecesToOffer(shown.data.cards, MOST) : []
  return (
    <View>
      {cards.map((card) => (
        <PieceCard
          key={card.id}
          card={card}
          onOpen={() => countUse(card.kind === 'exercise' ? 'matches.opened.exercise' : 'matches.opened.piece')}
        />
      ))}
      {cards.length === 0 && shown.state !== 'waiting' ? (
        <Rows>
          <Row name={`看看「${topicNames[topic]}」`} onTap={() => go(wayToList({ topic }))} />
        </Rows>
      ) : null}
    </View>
  )
}

const Exercise = () => (
  <Rows>
    <Row
      name="跟着圆圈慢慢呼吸"
      hint="吸气四秒，呼气六秒，想停就停"
      onTap={() => {
        countUse('matches.opened.exercise')
        go(paths.breathing)
      }}
    />
  </Rows>
)

const Counsellors = ({ field }: { field: Field }) => (
  <Rows>
    <Row
      name={`和擅长「${fieldNames[field]}」的咨询师聊`}
      hint="选一个方便的时间，不用说真名。这次的结果不会给咨询师看"
      onTap={() => {
        countUse('matches.opened.counsellors')
        go(wayToCounsellors(field))
      }}
    />
  </Rows>
)

const One = ({ match: { help, why } }: { match: Match }) => (
  <View className="matched">
    {help.kind === 'pieces' ? <Pieces topic={help.topic} /> : null}
    {help.kind === 'breathing' ? <Exercise /> : null}
    {help.kind === 'counsellors' ? <Counsellors field={help.field} /> : null}
    {help.kind === 'test' ? (
      <Rows>
        <Row name={briefs[help.id].title} hint={briefs[help.id].about} onTap={() => go(wayToInstrument(help.id))} />
      </Rows>
    ) : null}
    <Text className="matched__why">为什么推荐：{why}</Text>
  </View>
)

export const Matched = ({ instrument, scores }: { instrument: Instrument; scores: Scores }) => (
  <Section title="可能有帮助">
    <Text className="matched__lead">按写好的规则挑的，规则就写在每一样下面。分数一样，挑出来的也一样。</Text>
    {matchesOf(instrument, scores).map((match) => (
      <One key={match.why} match={match} />
    ))}
    <Text className="matched__lead">{orderOfPieces}</Text>
  </Section>
)
