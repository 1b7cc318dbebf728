import { Button } from 'antd'
import type { ShownMedia } from '../../../contract/pieces'
import { shownBytes } from '../upload/accepted'
import { secondsOf } from '../upload/measure'
import { UploadBox } from '../upload/upload-box'
import { Field } from './field'
import { shownLength } from './length'
import type { Limits } from './limits'
import { PictureField } from './picture-field'

const LONGEST_SECONDS = 4 * 3600
const names = { audio: '音频', video: '视频' }

type Props = {
  kind: 'audio' | 'video'
  limits: Limits
  media: ShownMedia | null
  onChange: (change: (media: ShownMedia | null) => ShownMedia | null) => void
}

export const MediaField = ({ kind, limits, media, onChange }: Props) => (
  <section className="panel stack" aria-label={names[kind]}>
    <Field
      label={`${names[kind]}文件`}
      group
      hint={kind === 'video' ? 'MP4（H.264 画面，AAC 声音），多数手机都能播放' : undefined}
    >
      {media && (
        <div className="row">
          <span className="figure">
            {shownLength(media.seconds)}，{shownBytes(media.bytes)}
          </span>
          <Button size="small" onClick={() => onChange(() => null)}>
            去掉{names[kind]}
          </Button>
        </div>
      )}
      <UploadBox
        kind={kind}
        limit={limits[kind]}
        button={media ? `换一个${names[kind]}` : `上传${names[kind]}`}
        onStored={async ({ file, url, mime, bytes }) => {
          const seconds = await secondsOf(kind, url)
          if (seconds === null) return `这个${names[kind]}播放不了，请转换格式后再上传`
          if (seconds > LONGEST_SECONDS) return `这个${names[kind]}超过 4 小时，请剪短后再上传`
          onChange((before) => ({ file, url, mime, bytes, seconds, poster: before?.poster ?? null, captions: null }))
          return null
        }}
      />
    </Field>
    {media && (
      <>
        {kind === 'video' && (
          <PictureField
            label="首帧图"
            id="poster-alt"
            limit={limits.image}
            picture={media.poster}
            onChange={(poster) => onChange((now) => now && { ...now, poster })}
          />
        )}
        <Field label="字幕" group hint="没有字幕，听不见的人就看不到内容；文件为 WebVTT 格式">
          {media.captions && (
            <div className="row">
              <span>已有字幕</span>
              <Button size="small" onClick={() => onChange((now) => now && { ...now, captions: null })}>
                去掉字幕
              </Button>
            </div>
          )}
          <UploadBox
            kind="captions"
            limit={limits.captions}
            button={media.captions ? '换一个字幕文件' : '上传字幕'}
            onStored={async ({ file, url }) => {
              onChange((now) => now && { ...now, captions: { file, url } })
              return null
            }}
          />
        </Field>
      </>
    )}
  </section>
)
