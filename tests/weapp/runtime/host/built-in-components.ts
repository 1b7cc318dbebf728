import { defineCustomElement as button } from '@tarojs/components/dist/components/taro-button-core.js'
import { defineCustomElement as checkbox } from '@tarojs/components/dist/components/taro-checkbox-core.js'
import { defineCustomElement as checkboxGroup } from '@tarojs/components/dist/components/taro-checkbox-group-core.js'
import { defineCustomElement as coverImage } from '@tarojs/components/dist/components/taro-cover-image-core.js'
import { defineCustomElement as coverView } from '@tarojs/components/dist/components/taro-cover-view-core.js'
import { defineCustomElement as form } from '@tarojs/components/dist/components/taro-form-core.js'
import { defineCustomElement as icon } from '@tarojs/components/dist/components/taro-icon-core.js'
import { defineCustomElement as image } from '@tarojs/components/dist/components/taro-image-core.js'
import { defineCustomElement as input } from '@tarojs/components/dist/components/taro-input-core.js'
import { defineCustomElement as label } from '@tarojs/components/dist/components/taro-label-core.js'
import { defineCustomElement as movableArea } from '@tarojs/components/dist/components/taro-movable-area-core.js'
import { defineCustomElement as movableView } from '@tarojs/components/dist/components/taro-movable-view-core.js'
import { defineCustomElement as picker } from '@tarojs/components/dist/components/taro-picker-core.js'
import { defineCustomElement as pickerViewColumn } from '@tarojs/components/dist/components/taro-picker-view-column-core.js'
import { defineCustomElement as pickerView } from '@tarojs/components/dist/components/taro-picker-view-core.js'
import { defineCustomElement as progress } from '@tarojs/components/dist/components/taro-progress-core.js'
import { defineCustomElement as radio } from '@tarojs/components/dist/components/taro-radio-core.js'
import { defineCustomElement as radioGroup } from '@tarojs/components/dist/components/taro-radio-group-core.js'
import { defineCustomElement as richText } from '@tarojs/components/dist/components/taro-rich-text-core.js'
import { defineCustomElement as scrollView } from '@tarojs/components/dist/components/taro-scroll-view-core.js'
import { defineCustomElement as slider } from '@tarojs/components/dist/components/taro-slider-core.js'
import { defineCustomElement as swiper } from '@tarojs/components/dist/components/taro-swiper-core.js'
import { defineCustomElement as swiperItem } from '@tarojs/components/dist/components/taro-swiper-item-core.js'
import { defineCustomElement as switchTag } from '@tarojs/components/dist/components/taro-switch-core.js'
import { defineCustomElement as text } from '@tarojs/components/dist/components/taro-text-core.js'
import { defineCustomElement as textarea } from '@tarojs/components/dist/components/taro-textarea-core.js'
import { defineCustomElement as view } from '@tarojs/components/dist/components/taro-view-core.js'
import { defineVideo } from './video-element'

/** Gives WeChat's built-in components a body: Taro's web components, and our own where those cannot play the part. */
export function defineBuiltInComponents(): void {
  for (const define of [
    ...[button, checkbox, checkboxGroup, coverImage, coverView, form, icon, image, input, label, movableArea],
    ...[movableView, picker, pickerView, pickerViewColumn, progress, radio, radioGroup, richText, scrollView],
    ...[slider, swiper, swiperItem, switchTag, text, textarea, view, defineVideo],
  ])
    define()
}
