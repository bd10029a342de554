/** Surnames of one sign: the commonest four hundred or so, without those that are above all words. */
const single =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛段郝顾龚邵覃武钱戴严莫孔汤万洪康季温芦俞章鲁葛安向柴柯裴阮翟齐易乔赖庞殷樊兰施岳倪左庄耿关焦管柳祝靳包宁尚纪舒阎欧毕聂查屈盛苗翁童牛游霍詹岑奚翦凌梅冉甘喻符涂穆戚骆路景柏佟鲍房艾仇辛褚谷卓邬解丛费卫闵冷晏匡卜邢桂项单申隋植骈车牟党蔺蒲楼连娄席木边古习蓝敖商宫鞠来利时常成巩官华全苟茅储桑巫焉池丰乌农花满平权阴闻米臧伏贝宗经汲滕";
/** Also words of every day: a name only where it stands free. */
export const ambiguous = "于任向安时常成全经连来利单解关方万高白金石平木满边路古花华包管温党平商农权米席车游和史房项";
const double =
  "欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|令狐|百里|呼延|东郭|南门|西门|轩辕";

export const surname = `(?:${double}|[${single}])`;
export const isSurname = (sign: string): boolean => single.includes(sign);

/** Signs that given names are made of. */
export const given =
  "一三乃义之云亚京亮仁仕仙伊伟伦伯佑佩佳依侠俊信倩健傲儒元兆光克全兰兴其冉军农冠冬冰凌凡凤凯凰剑力功勇勋勤化北千华卓博卫占卿友双发可右吉向君吟启周和咏品哲唐喜嘉囡国圆圣坚坤培基堂增墨声夏大天太奇奎女好如妍妙妤妮妹姗姝姣娅娇娉娜娟娣娥娴婉婕婧婵婷媚媛嫣子孝学宁宇守安宏宗定宜宝实宣宪宸家宾容富寒寿尔小少尚山岚岩岭岳峥峦峰峻崇川州工巧帅帆希帮平广庆康延建开弘弟强彤彦彩彪彬影德心志忆忠念怀怡思恒恩悦惠慈慧懿成才扬承拓振捷揚敏敬文斌新方旋旭旺昂昆昊昌明易星春昕显晋晓晖晗晟晨晴晶智暄曙曦月有朋望木权杉李杏材杨杰松林果枝柏柔柯柱栋树桂桃桐梁梅梓梦森楚楠榕樱欢欣正武歌毅民水永江池沁沂沐沛河治法波泰泽洁洋洪津流浚济浩浪海涛涵淑淳深清渊源溪滔滢漫潇潮澄澜激瀚炎炜炫炳烁烨焕煜照熙燕爱爽牛玉玖玥玮环现玲珂珊珍珏珠班球理琅琛琦琪琬琳琴琼瑀瑄瑕瑛瑜瑞瑶璇璐璟甜生田甲男甸畅白百益盈盛真睿知石祎祖祥禄福禹秀秋科程稳穆立竹章童笑竣筠策箫米红纯纲纳纹细绍经继绮维绿缘罗美群羽翔翠翰耀耕聪肖胜胤腾臻航良艳艺艾芃芊芋芙芝芬芮花芳芷芸苇苏苑苗若英茂茜茗茵荔荣荷莉莎莲莹菁菊菲萌萍萧萱葆蒙蓉蓓蓝蔓蔚蕊蕙蕾薇虎虹蝶行裕西观言誉诗诚语诺谦豪财贝贞贤贵赫超越路跃轩辉辰达迎运进远连逸道邦郁采里重野金鑫钊钢钧铁铃铎铭银锋锐锦长闯阳雁雄雅雨雪雯雷霄震霆霏霖霜霞露青静靖鞠韬韵韶音项顺颂颖风飞香馥馨骁骏高魁鸣鸿鹃鹏鹤鹭麒麟麦黎默龙四五六七八九十二丽";

/** Words that look like a surname with a given name or stand where one could. */
export const words =
  /^(?:纪委|关怀|关爱|关联|成长|金华|金山|金昌|安庆|安阳|常德|常青|武威|武昌|平阳|平江|平安|万宁|万安|云龙|龙江|广安|宁国|纪检|马上|马路|高级|高中|高校|高考|高速|高铁|高新|高层|高兴|高度|高温|谢谢|车间|车站|车管|车主|江苏|江西|江山|金融|金属|金额|石油|石化|石材|安全|安装|安排|安静|平安|平台|平时|平均|平等|方面|方便|方法|方式|方案|万一|万科|万达|万元|白天|白班|白色|花园|花费|温馨|温度|海口|路口|路面|路边|路段|水电|包装|包括|包含|全部|全体|全国|全市|全家|全程|管理|关于|关系|关心|关注|任何|任务|任意|成功|成都|成立|成员|时间|时候|常常|常见|常用|常州|经常|经济|经过|经理|经营|连续|连锁|连接|来电|来访|来信|利用|利益|单位|单独|单元|解决|解释|党员|党委|商家|商场|商品|商店|商业|农民|农村|农业|农药|权利|权益|米饭|席位|游客|游玩|古镇|古城|边上|路上|华为|华东|华南|华北|和平|向前|向上|于是|满意|满足|平米|木材|石头|白云|广大|国家|宁波|宁夏|武汉|武昌|唐山|黄山|黄石|黄河|黄金|苏州|徐州|郑州|杭州|温州|梅州|柳州|兰州|许昌|许多|许可|何时|何人|何况|叶子|梁山|韩国|秦皇|秦岭|齐全|左右|左边|段时|江南|江北|江东|章程|牛奶|田地|田园|孔雀|龙头|雷电|毛利|康复|施工|查看|查询|查收|查明|盛大|童年|戴好|戴上|易用|毕业|尚未|顾客|顾问|熊猫|钱包|钱款|汤面|严重|严格|严厉|莫名|史上|余款|余额|余下|程度|程序|夏天|夏季|冷水|冷静|符合|应该|房子|房东|房产|房屋|申请|申报|申诉|项目|费用|卫生|卫健|商务|常年|周边|周围|周末|周一|周二|周三|周四|周五|周六|周日|周年|周期)/;

/** Given names that no firm goes by: with a second word they are a person's full name. */
const latinGiven =
  "Aaron|Adam|Alan|Alice|Amanda|Amy|Andrea|Andrew|Angela|Anna|Anne|Anthony|Barbara|Benjamin|Betty|Brenda|Brian|Carol|Catherine|Charles|Christine|Christopher|Cynthia|Daniel|David|Deborah|Dennis|Diana|Donald|Donna|Dorothy|Edward|Elizabeth|Emily|Emma|Eric|Frances|Frank|Gary|George|Gloria|Grace|Gregory|Hannah|Heather|Helen|Henry|Jack|Jacob|James|Jane|Janet|Jason|Jeffrey|Jennifer|Jessica|Joan|John|Jonathan|Joseph|Joshua|Joyce|Judith|Julia|Julie|Karen|Katherine|Kathleen|Kenneth|Kevin|Kimberly|Larry|Laura|Linda|Lisa|Lucy|Margaret|Maria|Marie|Mark|Martha|Mary|Matthew|Megan|Melissa|Michael|Michelle|Nancy|Nathan|Nicholas|Nicole|Olivia|Pamela|Patricia|Patrick|Paul|Peter|Philip|Rachel|Raymond|Rebecca|Richard|Robert|Ronald|Samantha|Samuel|Sandra|Sarah|Scott|Sharon|Sophia|Stephanie|Stephen|Steven|Susan|Teresa|Thomas|Timothy|Virginia|Walter|William";

/** A name and nothing else: three Chinese signs, or a given name and a family name in Latin letters. */
export const fullName = `${surname}[${given}]{2}|(?:${latinGiven}) (?:[A-Z][.]? )?[A-Z][a-z'’-]+`;
