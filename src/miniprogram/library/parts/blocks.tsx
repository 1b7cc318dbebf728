import { Image, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Fragment } from 'react'
import type { ShownBlock } from '../../../contract/pieces'
import { aria, tappable } from '../../parts/aria'
import { dial } from '../../parts/dial'
import { go } from '../../parts/ways'
import './blocks.scss'

type Span = Extract<ShownBlock, { type: 'paragraph' }>['spans'][number]

/** A page of this app opens, a telephone number is dialled; an address outside cannot be opened by WeChat, so it is copied. */
export const follow = (link: string) => {
  if (link.startsWith('/')) go(link)
  else if (link.startsWith('tel:')) dial(link.slice('tel:'.length))
  else if (process.env.TARO_ENV === 'weapp') Taro.setClipboardData({ data: link })
  else window.open(link, '_blank', 'noopener')
}

const Spans = ({ spans }: { spans: readonly Span[] }) => (
  <Fragment>
    {spans.map((span, i) => (
      <Text
        // biome-ignore lint/suspicious/noArrayIndexKey: a body never changes order
        key={i}
        userSelect
        className={[
          'blocks__span',
          span.bold && 'blocks__span--bold',
          span.italic && 'blocks__span--italic',
          span.link && 'blocks__span--link',
        ]
          .filter(Boolean)
          .join(' ')}
        {...(span.link ? tappable(() => follow(span.link as string), { role: 'link' }) : {})}
      >
        {span.text}
      </Text>
    ))}
  </Fragment>
)

const Block = ({ block }: { block: ShownBlock }) => {
  if (block.type === 'heading')
    return (
      <View
        className={`blocks__heading blocks__heading--${block.level}`}
        {...aria({ role: 'heading', level: block.level })}
      >
        <Text userSelect>{block.text}</Text>
      </View>
    )
  if (block.type === 'paragraph')
    return (
      <View className="blocks__paragraph">
        <Spans spans={block.spans} />
      </View>
    )
  if (block.type === 'quote')
    return (
      <View className="blocks__quote">
        <Spans spans={block.spans} />
      </View>
    )
  if (block.type === 'list')
    return (
      <View className="blocks__list" {...aria({ role: 'list' })}>
        {block.items.map((spans, i) => (
          <View
            // biome-ignore lint/suspicious/noArrayIndexKey: a body never changes order
            key={i}
            className="blocks__item"
            {...aria({ role: 'listitem' })}
          >
            <Text className="blocks__mark">{block.ordered ? `${i + 1}.` : '·'}</Text>
            <View className="blocks__words">
              <Spans spans={spans} />
            </View>
          </View>
        ))}
      </View>
    )
  if (block.type === 'image')
    return (
      <View className="blocks__frame" style={{ paddingBottom: `${((block.height / block.width) * 100).toFixed(3)}%` }}>
        <Image
          className="blocks__image"
          src={block.url}
          mode="aspectFit"
          lazyLoad
          {...aria(block.alt ? { role: 'img', label: block.alt } : { hidden: true })}
        />
      </View>
    )
  return <View className="blocks__divider" />
}

/** The body of a piece: a closed list of shapes, so nothing in it can be markup or script. */
export const Blocks = ({ body }: { body: readonly ShownBlock[] }) => (
  <View className="blocks">
    {body.map((block, i) => (
      <Block
        // biome-ignore lint/suspicious/noArrayIndexKey: a body never changes order
        key={i}
        block={block}
      />
    ))}
  </View>
)
