import { clay, glow, leaf, light, mix, paper, sky } from './palette.mjs'

export const sceneWidth = 1080
export const sceneHeight = 608

const scene = (drawing) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${sceneWidth} ${sceneHeight}">${drawing.join('')}</svg>`

const fall = (name, from, to) =>
  `<linearGradient id="${name}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>`

const blade = (x, y, length, degrees, colour) =>
  `<path d="M0 0C${-length * 0.28} ${-length * 0.25} ${-length * 0.26} ${-length * 0.7} 0 ${-length}C${length * 0.26} ${-length * 0.7} ${length * 0.28} ${-length * 0.25} 0 0Z" fill="${colour}" transform="translate(${x} ${y}) rotate(${degrees})"/>`

const spray = (x, y, turned, colour, lighter) =>
  [
    `<g transform="translate(${x} ${y}) rotate(${turned})">`,
    `<path d="M0 40C4 -40 -6 -120 10 -200" fill="none" stroke="${colour}" stroke-width="6" stroke-linecap="round"/>`,
    blade(9, -190, 84, 8, colour),
    blade(3, -140, 88, 58, lighter),
    blade(2, -120, 88, -52, colour),
    blade(1, -70, 92, 66, colour),
    blade(0, -50, 92, -60, lighter),
    '</g>',
  ].join('')

export const hillsMorning = scene([
  `<defs>${fall('air', mix(sky, paper, 0.82), mix(light, paper, 0.5))}`,
  `${fall('far', mix(sky, paper, 0.55), mix(leaf, paper, 0.72))}`,
  `${fall('middle', mix(leaf, paper, 0.46), mix(leaf, paper, 0.68))}`,
  `${fall('near', mix(leaf, paper, 0.22), mix(leaf, paper, 0.42))}`,
  `${fall('front', leaf, mix(leaf, paper, 0.16))}`,
  `<radialGradient id="sun"><stop offset="0" stop-color="${glow}"/><stop offset=".35" stop-color="${light}" stop-opacity=".55"/><stop offset="1" stop-color="${light}" stop-opacity="0"/></radialGradient></defs>`,
  '<rect width="1080" height="608" fill="url(#air)"/>',
  '<circle cx="700" cy="232" r="300" fill="url(#sun)"/>',
  `<circle cx="700" cy="232" r="62" fill="${glow}"/>`,
  '<path d="M0 330C120 250 220 240 330 296C430 346 520 230 640 262C760 294 850 220 1080 300V608H0Z" fill="url(#far)"/>',
  '<path d="M0 400C160 330 300 340 430 392C560 444 700 340 840 352C940 360 1010 392 1080 380V608H0Z" fill="url(#middle)"/>',
  '<path d="M0 470C140 420 280 470 420 466C600 460 720 410 880 446C960 464 1030 452 1080 440V608H0Z" fill="url(#near)"/>',
  '<path d="M0 540C180 500 360 548 560 540C760 532 900 516 1080 546V608H0Z" fill="url(#front)"/>',
  spray(112, 590, -6, mix(leaf, '#0F2A22', 0.25), leaf),
  spray(196, 612, 16, leaf, mix(leaf, paper, 0.2)),
])

const wood = mix(clay, paper, 0.5)

export const deskLight = scene([
  `<defs>${fall('wall', mix(light, paper, 0.7), mix(light, paper, 0.45))}`,
  `${fall('window', mix(sky, paper, 0.72), mix(light, paper, 0.3))}`,
  `${fall('table', wood, mix(clay, paper, 0.34))}`,
  `<linearGradient id="beam" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${glow}" stop-opacity=".95"/><stop offset="1" stop-color="${glow}" stop-opacity="0"/></linearGradient></defs>`,
  '<rect width="1080" height="608" fill="url(#wall)"/>',
  '<rect x="96" y="56" width="330" height="330" rx="22" fill="url(#window)"/>',
  `<path d="M96 320C170 270 230 290 300 312C350 326 390 300 426 290V364A22 22 0 0 1 404 386H118A22 22 0 0 1 96 364Z" fill="${mix(leaf, paper, 0.45)}"/>`,
  `<circle cx="330" cy="150" r="42" fill="${glow}"/>`,
  `<rect x="96" y="56" width="330" height="330" rx="22" fill="none" stroke="${mix(paper, '#FFFFFF', 0.4)}" stroke-width="16"/>`,
  `<path d="M261 60V382M100 221H422" stroke="${mix(paper, '#FFFFFF', 0.4)}" stroke-width="12"/>`,
  '<rect y="440" width="1080" height="168" fill="url(#table)"/>',
  '<path d="M430 60L980 440H560L430 386Z" fill="url(#beam)" opacity=".55"/>',
  `<path d="M520 440H980L1080 530V608H700Z" fill="${glow}" opacity=".5"/>`,
  `<g transform="translate(520 478) skewX(-24)"><rect width="250" height="76" rx="8" fill="#FFFFFF"/><path d="M125 0V76" stroke="${mix(clay, paper, 0.6)}" stroke-width="4"/><path d="M22 22H104M22 42H90M146 22H226M146 42H206" stroke="${mix(leaf, paper, 0.55)}" stroke-width="5" stroke-linecap="round"/></g>`,
  `<path d="M806 404H898V462C898 490 880 504 852 504C824 504 806 490 806 462Z" fill="${leaf}"/>`,
  `<path d="M898 420C934 416 934 474 894 470" fill="none" stroke="${leaf}" stroke-width="13"/>`,
  `<ellipse cx="852" cy="404" rx="46" ry="10" fill="${mix(leaf, '#0F2A22', 0.3)}"/>`,
  `<path d="M836 376C824 350 850 340 838 312M868 376C856 350 882 340 870 312" fill="none" stroke="#FFFFFF" stroke-opacity=".8" stroke-width="7" stroke-linecap="round"/>`,
  spray(236, 420, -4, leaf, mix(leaf, paper, 0.22)),
  spray(262, 424, 24, mix(leaf, '#0F2A22', 0.2), mix(leaf, paper, 0.12)),
  `<path d="M176 420H324L306 514A16 16 0 0 1 290 526H210A16 16 0 0 1 194 514Z" fill="${clay}"/>`,
  `<rect x="164" y="404" width="172" height="34" rx="10" fill="${mix(clay, paper, 0.16)}"/>`,
])
