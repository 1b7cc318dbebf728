import type { Picture, ShownBlock, ShownMedia } from '../../contract/pieces'
import { readingMinutes } from '../../domain/pieces/blocks'
import { type Kind, type Topic, topicNames } from '../../domain/pieces/words'
import { PhoneBody } from './phone-body'
import './phone.css'

export type Previewed = {
  kind: Kind
  topic: Topic
  title: string
  author: string
  cover: Picture | null
  body: readonly ShownBlock[]
  media: ShownMedia | null
  sources: readonly { title: string; publisher: string; year: number | null }[]
}

const Recording = ({ kind, media }: { kind: Kind; media: ShownMedia }) => {
  const track = media.captions && <track kind="captions" src={media.captions.url} srcLang="zh" label="字幕" default />
  return kind === 'audio' ? (
    // biome-ignore lint/a11y/useMediaCaption: the captions are there when the editor gave some
    <audio key={media.url} controls preload="none" src={media.url}>
      {track}
    </audio>
  ) : (
    <video
      key={media.url}
      controls
      preload="none"
      src={media.url}
      {...(media.poster ? { poster: media.poster.url } : {})}
      playsInline
    >
      {track}
    </video>
  )
}

/** The piece as a reader will hold it. Not a browser of the app: links do not lead anywhere here. */
export const PhonePreview = ({ piece }: { piece: Previewed }) => {
  const minutes = piece.media ? Math.max(1, Math.round(piece.media.seconds / 60)) : readingMinutes([...piece.body])
  return (
    <div className="phone">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="phone-screen" tabIndex={0} aria-label="预览内容，可以滚动">
        {piece.cover && !piece.media && <img className="phone-cover" src={piece.cover.url} alt={piece.cover.alt} />}
        <div className="phone-page">
          <p className="phone-title">{piece.title || '（还没有标题）'}</p>
          <p className="phone-caption">
            {topicNames[piece.topic]} · {piece.author || '（还没有作者）'} · {minutes} 分钟
          </p>
          {piece.media && <Recording kind={piece.kind} media={piece.media} />}
          <PhoneBody body={piece.body} />
          {piece.sources.length > 0 && (
            <div className="phone-sources">
              <p className="phone-h3">来源</p>
              <ol>
                {piece.sources.map((source, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: sources have no name but their place
                  <li key={index}>{[source.title, source.publisher, source.year].filter(Boolean).join('，')}</li>
                ))}
              </ol>
            </div>
          )}
        </div>
      </section>
    </div>
  )
}
