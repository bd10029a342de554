import {moment} from "./calendar.js";
import type {Draw} from "./draw.js";
import type {Customer, TicketType} from "./records.js";

const complaints: Readonly<Record<string, readonly string[]>> = {
  配送延误: ["说好三天到，一周了还没送来", "物流一直不更新，打电话没人管", "又改配送时间，请假白等一天"],
  安装质量: ["装完管子歪的，墙上还打错孔", "安装师傅没带接头，胶带缠了一下就走", "装好第二天就松动"],
  漏水: ["厨下一直滴水，地板都泡了", "换完滤芯就漏，已经反映过", "接口渗水，修了还漏"],
  噪音: ["夜里嗡嗡响，睡不着", "开高档像拖拉机", "新风机震动声音很大"],
  滤芯发错: ["寄来的滤芯型号不对，装不上", "订的是复合滤芯，来的是活性炭", "第二次发错滤芯了"],
  热线等待过长: ["热线排队二十分钟没人接", "一直让我按键，就是转不到人工", "打了五遍才打通"],
  收费争议: ["上门费事先没说", "续费比去年贵了，没有人通知", "账单多收了一次服务费"],
  服务态度: ["客服说话很冲，没听完就挂了", "师傅爱答不理", "问什么都说不知道"],
  维修未修好: ["修了两次还是不制水", "师傅说缺件要等，等了半个月", "换了主板，老毛病又来"],
  退换货受阻: ["七天内要退，客服一直拖", "说包装拆了不给退", "退款十天没到账"],
  设备联网故障: ["更新之后设备一直离线", "升级完APP里找不到净水器", "联网提示错误，重置也没用"],
};
const others: Readonly<Record<string, readonly string[]>> = {
  inquiry: ["请问这个怎么用", "帮我查一下", "想问下价格和时间"],
  repair: ["机器有问题，麻烦派师傅", "请尽快上门看看", "指示灯一直闪"],
  request: ["请送到楼上", "能不能加急", "麻烦包装一下送人"],
  incident: ["系统打不开"],
  other: ["已了解", "转其他部门"],
};
const rivalOffers = [
  "{rival}说换过去第一年八折",
  "{rival}的人上门报价，比你们便宜三成",
  "{rival}同样的机器便宜好几百",
  "隔壁都换{rival}了，价格低",
];

/** What the customer said; a few tell a phone number or an address of theirs, as people do. */
export function ticketText(
  draw: Draw,
  {type, category, customer}: {type: TicketType; category: string; customer: Customer},
): string {
  let text = draw.pick(complaints[category] ?? others[type]!);
  if (draw.chance(0.012)) text += `，请回电${customer.phone}`;
  else if (draw.chance(0.004) && customer.email) text += `，资料发到${customer.email}`;
  else if (draw.chance(0.02) && customer.idCard) text += `，身份证${customer.idCard}`;
  else if (draw.chance(0.003)) text += `，地址是${customer.address}`;
  if (draw.chance(0.002)) text += "\n谢谢";
  return text;
}

const names: readonly (readonly [string, number])[] = [
  ["蓝鲸", 5],
  ["白鹭", 2],
  ["红枫", 2],
  ["青禾", 1],
];

/** A rival named in passing: rare anywhere; often, and nearly always the same one, before the wave of leavers. */
export function rivalRemark(
  draw: Draw,
  {customer, at, usual}: {customer: Customer; at: number; usual: number},
): string {
  const isWave = customer.region === "华南" && at >= moment("2026-06-01") && at < moment("2026-10-01");
  if (!draw.chance(isWave ? Math.min(0.6, usual * 12) : usual)) return "";
  const rival = isWave
    ? draw.weighted([
        ["蓝鲸", 16],
        ["蓝鲸示例", 3],
        ["Blue Whale", 1],
        ["白鹭", 1],
      ])
    : draw.weighted(names);
  return draw.pick(rivalOffers).replace("{rival}", rival);
}
