import { Fragment } from 'react'
import type { ShownBlock } from '../../contract/pieces'
import type { Span } from '../../domain/pieces/blocks'

const Spans = ({ spans }: { spans: readonly Span[] }) =>
  spans.map((span, index) => {
    const key = `${index}-${span.text.length}`
    let shown = <Fragment>{span.text}</Fragment>
    if (span.italic) shown = <em>{shown}</em>
    if (span.bold) shown = <strong>{shown}</strong>
    if (span.link) shown = <span className="phone-link">{shown}</span>
    return <Fragment key={key}>{shown}</Fragment>
  })

const Block = ({ block }: { block: ShownBlock }) => {
  switch (block.type) {
    case 'heading':
      return block.level === 2 ? <h2 className="phone-h2">{block.text}</h2> : <h3 className="phone-h3">{block.text}</h3>
    case 'paragraph':
      return (
        <p>
          <Spans spans={block.spans} />
        </p>
      )
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul'
      return (
        <List>
          {block.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items have no name but their place
            <li key={index}>
              <Spans spans={item} />
            </li>
          ))}
        </List>
      )
    }
    case 'quote':
      return (
        <blockquote>
          <Spans spans={block.spans} />
        </blockquote>
      )
    case 'image':
      return <img src={block.url} alt={block.alt} width={block.width} height={block.height} loading="lazy" />
    case 'divider':
      return <hr />
  }
}

export const PhoneBody = ({ body }: { body: readonly ShownBlock[] }) => (
  <div className="phone-body">
    {body.map((block, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no name but their place
      <Block key={index} block={block} />
    ))}
  </div>
)
