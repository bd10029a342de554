/** Each traditional character after the simplified one that our words are written with. */
const pairs =
  "专專业業严嚴个個为為举舉义義买買争爭产產仅僅会會储儲关關内內册冊写寫决決况況创創别別办辦务務动動势勢区區协協单單历歷县縣参參发發变變号號启啟启啓员員响響团團国國场場处處备備实實审審宾賓对對属屬岗崗师師库庫应應废廢开開弃棄归歸当當录錄径徑态態总總户戶扬揚报報拨撥损損换換搁擱数數断斷无無时時暂暫术術权權条條来來标標样樣档檔毕畢没沒测測润潤满滿潜潛点點热熱状狀犹猶献獻环環电電码碼称稱竞競笔筆签簽签籤简簡类類紧緊约約级級纪紀线線组組细細终終绍紹经經结結绝絕统統续續维維综綜编編缘緣网網职職联聯节節获獲虑慮补補装裝见見计計订訂认認议議讯訊记記论論设設访訪证證评評识識诉訴诊診试試话話询詢该該详詳诱誘说說请請诺諾调調谈談谢謝负負贡貢责責败敗账賬账帳货貨质質购購贵貴费費资資赞贊赞讚赢贏跃躍车車转轉轮輪较較辖轄达達迁遷过過进進违違邮郵钟鐘铃鈴银銀铺鋪销銷长長门門闭閉问問间間队隊阶階际際险險项項顾顧预預领領颗顆题題额額馈饋驳駁骤驟龄齡" +
  "价價优優体體与與并並复復复複复覆后後据據种種愿願扰擾志誌机機系係系繫择擇荐薦占佔布佈采採制製里裡里裏台臺注註亲親咨諮准準厂廠图圖异異币幣担擔确確离離积積规規触觸许許语語误誤赔賠载載边邊连連选選递遞钱錢错錯键鍵阅閱难難顺順频頻验驗坏壞导導层層岁歲带帶护護执執显顯构構极極检檢楼樓汇匯沟溝监監给給绩績缓緩缴繳罚罰听聽脑腦虚虛让讓张張从從";
const simple = new Map(Array.from({length: pairs.length / 2}, (_, at) => [pairs[2 * at + 1]!, pairs[2 * at]!]));

/**
 * A text with the characters that our words are written with, in place of the traditional ones of Taiwan and Hong Kong.
 *
 * @example simplified("工單建立時間") // "工单建立时间"
 */
export const simplified = (text: string): string =>
  text.replace(/\p{Script=Han}/gu, (character) => simple.get(character) ?? character);
