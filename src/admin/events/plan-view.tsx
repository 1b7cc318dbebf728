import type { ReactNode } from 'react'
import type { ProgrammedEvent } from '../../contract/events'
import { shownInstant } from '../shell/time'
import { audienceNames, seatsSaid, timeSaid, wayNames } from './event-words'

const Fact = ({ about, children }: { about: string; children: ReactNode }) => (
  <div>
    <dt>{about}</dt>
    <dd>{children}</dd>
  </div>
)

const instant = (text: string) => (text === '' ? '没有定' : shownInstant(text))

/** As it was handed in or announced, for whoever reads it before it goes on. */
export const PlanView = ({ event }: { event: ProgrammedEvent }) => {
  const { times, place, link, kind, teacherName, audience, way, relatives, questions, hours, theme, about } = event
  return (
    <section className="panel stack stack-tight" aria-label="安排">
      {theme !== '' && <p className="soft">主题：{theme}</p>}
      <p className="event-about">{about}</p>
      <dl className="event-facts">
        <Fact about="时间">
          {times.map((time) => (
            <div key={time.from} className="figure">
              {timeSaid(time)}
            </div>
          ))}
        </Fact>
        {kind === 'live' ? <Fact about="链接">{link}</Fact> : <Fact about="地点">{place}</Fact>}
        <Fact about="老师">{teacherName || '没有定'}</Fact>
        <Fact about="名额">{seatsSaid(event)}</Fact>
        <Fact about="怎么给名额">{wayNames[way]}</Fact>
        <Fact about="谁可以来">
          {audienceNames[audience]}
          {relatives > 0 ? `，可以带 ${relatives} 位家人` : ''}
        </Fact>
        <Fact about="报名">
          {instant(event.opensAt)} 到 {instant(event.closesAt)}
        </Fact>
        <Fact about="取消到">{instant(event.cancelUntil)}</Fact>
        <Fact about="预留到">{instant(event.sharesUntil)}</Fact>
        {hours > 0 && <Fact about="学时">{hours}</Fact>}
        {questions.length > 0 && (
          <Fact about="报名时问">
            {questions.map(({ id, text, needed }) => (
              <div key={id}>
                {text}
                {needed ? '（要回答）' : ''}
              </div>
            ))}
          </Fact>
        )}
      </dl>
    </section>
  )
}
