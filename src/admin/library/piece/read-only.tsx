import { Descriptions } from 'antd'
import type { DeskPiece } from '../../../contract/desk'
import { audienceNames, kindNames, topicNames } from '../../../domain/pieces/words'
import { shownInstant } from '../../shell/time'
import { shownBytes } from '../upload/accepted'
import { shownLength } from './length'

/** Everything about a piece that the phone does not show, for those who may not write on it now. */
export const ReadOnly = ({ piece }: { piece: DeskPiece }) => {
  const { media } = piece
  const facts = [
    { label: '标题', children: piece.title || '（还没有标题）' },
    { label: '摘要', children: piece.summary || '（还没有摘要）' },
    { label: '形式', children: kindNames[piece.kind] },
    { label: '主题', children: topicNames[piece.topic] },
    { label: '适合谁看', children: piece.audiences.map((one) => audienceNames[one]).join('、') || '所有职工' },
    { label: '署名作者', children: piece.author || '（还没有署名）' },
    { label: '封面说明', children: piece.cover ? piece.cover.alt || '（没有说明）' : '没有封面' },
    ...(piece.kind === 'video' || piece.kind === 'audio'
      ? [
          {
            label: '音视频',
            children: media ? `${shownLength(media.seconds)}，${shownBytes(media.bytes)}` : '还没有上传',
          },
          { label: '字幕', children: media?.captions ? '有' : '没有' },
        ]
      : []),
    {
      label: '来源',
      children: piece.sources.length > 0 && (
        <ol className="read-sources">
          {piece.sources.map((source) => (
            <li key={`${source.title} ${source.publisher} ${source.year}`}>
              {source.title}，{source.publisher}，{source.year}
              {source.url && (
                <>
                  {' '}
                  <a href={source.url} target="_blank" rel="noreferrer">
                    {source.url}
                  </a>
                </>
              )}
            </li>
          ))}
        </ol>
      ),
    },
    ...(piece.publishedAt ? [{ label: '首次发布', children: shownInstant(piece.publishedAt) }] : []),
    ...(piece.reviewer ? [{ label: '最近审核', children: piece.reviewer }] : []),
    { label: '编写', children: piece.writer },
    { label: '最近修改', children: shownInstant(piece.updatedAt) },
  ].map((fact) => ({ ...fact, key: fact.label, children: fact.children || '没有填写' }))

  return (
    <section className="panel" aria-label="内容信息">
      <Descriptions column={1} size="small" items={facts} styles={{ label: { width: 96 } }} />
    </section>
  )
}
