const colour = (name: string, hex: string): string => `<a:${name}><a:srgbClr val="${hex}"/></a:${name}>`;
const faces = (tag: string): string =>
  `<a:${tag}><a:latin typeface="Arial"/><a:ea typeface="微软雅黑"/><a:cs typeface="Arial"/><a:font script="Hans" typeface="微软雅黑"/></a:${tag}>`;
const plain = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const stroke = `<a:ln w="9525" cap="flat" cmpd="sng" algn="ctr">${plain}<a:prstDash val="solid"/></a:ln>`;
const noEffect = "<a:effectStyle><a:effectLst/></a:effectStyle>";

/** Colours of the Analysis Function palette; Arial beside Microsoft YaHei. */
export const themeXml = [
  '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Huisheng"><a:themeElements>',
  '<a:clrScheme name="Huisheng">',
  colour("dk1", "262626") + colour("lt1", "FFFFFF") + colour("dk2", "12436D") + colour("lt2", "F3F5F7"),
  colour("accent1", "12436D") + colour("accent2", "28A197") + colour("accent3", "801650"),
  colour("accent4", "F46A25") + colour("accent5", "3D3D3D") + colour("accent6", "A285D1"),
  `${colour("hlink", "12436D")}${colour("folHlink", "801650")}</a:clrScheme>`,
  `<a:fontScheme name="Huisheng">${faces("majorFont")}${faces("minorFont")}</a:fontScheme>`,
  `<a:fmtScheme name="Huisheng"><a:fillStyleLst>${plain.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${stroke.repeat(3)}</a:lnStyleLst>`,
  `<a:effectStyleLst>${noEffect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${plain.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>`,
  "</a:themeElements></a:theme>",
].join("");
