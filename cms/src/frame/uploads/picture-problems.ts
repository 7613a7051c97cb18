import { defineProblems } from '../editing/problem.ts';

/** Why a file does not become a picture of the media library. */
export const pictureProblems = defineProblems({
  NOT_A_PICTURE: {
    ru: 'Принимаются только картинки JPEG, PNG, WebP и AVIF: «{name}» — не такая картинка.',
    en: 'Only JPEG, PNG, WebP and AVIF pictures are accepted: “{name}” is not one.',
    zh: '仅接受 JPEG、PNG、WebP 和 AVIF 图片：“{name}”不是此类图片。',
  },
  BROKEN_PICTURE: {
    ru: 'Картинка «{name}» повреждена или загружена не целиком. Сохраните её заново и повторите.',
    en: 'The picture “{name}” is damaged or incomplete. Save it again and retry.',
    zh: '图片“{name}”已损坏或不完整。请重新保存后再试。',
  },
  TOO_MANY_PIXELS: {
    ru: 'В картинке «{name}» больше {megapixels} мегапикселей. Уменьшите её и повторите.',
    en: 'The picture “{name}” has more than {megapixels} megapixels. Make it smaller and retry.',
    zh: '图片“{name}”超过 {megapixels} 百万像素。请缩小后再试。',
  },
  PICTURE_TOO_BIG: {
    ru: 'Картинки принимаются до {megabytes} МБ за один раз.',
    en: 'Pictures of up to {megabytes} MB at a time are accepted.',
    zh: '每次上传的图片不能超过 {megabytes} MB。',
  },
});
