import type { RecordShown } from '../../contract/records'
import { templates } from '../../domain/records/templates'
import { shownInstant } from '../shell/time'

type Props = Pick<RecordShown, 'template' | 'sections' | 'additions'>

/** What was written, to be read. */
export const RecordText = ({ template, sections: written, additions }: Props) => (
  <div className="stack">
    <h3 className="record-title">{templates[template].title}</h3>
    {templates[template].sections.map(({ id, title }) => {
      const text = written.find(({ section }) => section === id)?.text
      return (
        text && (
          <section key={id} className="record-section">
            <h4>{title}</h4>
            <p className="record-text">{text}</p>
          </section>
        )
      )
    })}
    {additions.map(({ at, text }) => (
      <section key={at} className="record-section record-addition">
        <h4 className="figure">{shownInstant(at)} 补记</h4>
        <p className="record-text">{text}</p>
      </section>
    ))}
  </div>
)
