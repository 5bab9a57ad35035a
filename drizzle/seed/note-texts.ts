/** What agents of each group note down. An agent of a hotline in China writes in either language. */
export const NOTE_TEXTS: Readonly<Record<string, readonly string[]>> = {
  Orders: [
    "Wants the invoice in the company's name; tax number confirmed on the phone.",
    "Changed the delivery address before dispatch, order is on hold until tomorrow.",
    "Asked for a bulk price from 50 pieces. Sent to sales, they answer within two days.",
    "Paid twice by mistake, refund of the second payment started.",
    "Coupon was not accepted: expired last week. Granted once as goodwill.",
    "客户要求开具增值税专用发票，抬头和税号已核对。",
    "订单重复付款，已登记退款，三个工作日内到账。",
  ],
  Delivery: [
    "Parcel shows delivered, customer has not received it. Investigation opened with the carrier.",
    "Prefers delivery after 18:00, told the depot.",
    "Courier could not find the building: entrance is on the north side, behind the pharmacy.",
    "Two of three parcels arrived, the third is still in Wuhan.",
    "Asked to collect at the station instead, rebooked.",
    "显示已签收但客户未收到，已向快递公司发起核查。",
    "客户要求改为晚上六点以后配送，已备注。",
  ],
  Returns: [
    "Return label sent by text message, collection on Thursday morning.",
    "Refund for the blue jacket not yet on the account; bank says up to five days.",
    "Outside the return period by two days. Accepted, box unopened.",
    "Wrong size sent, exchange ordered, no charge.",
    "Photos of the damaged screen received, replacement approved.",
    "退货单已生成，周四上午上门取件。",
    "商品破损，客户已发照片，同意换货。",
  ],
  Technical: [
    "Router restarts every night at two. Firmware 2.1.7 installed together, will watch for three days.",
    "Battery drains within four hours; battery report requested by e-mail.",
    "Bluetooth does not pair after the update. Reset of the network settings helped.",
    "Error E42 on the display: pump blocked. Explained the cleaning, works again.",
    "Needs the manual in English, link sent.",
    "升级后蓝牙无法配对，重置网络设置后恢复正常。",
    "屏幕显示 E42，按步骤清洗水泵后恢复。",
  ],
  "Orders VIP": [
    "Birthday gift box reserved, to be wrapped without price tag.",
    "Annual contract ends next month, wishes a meeting with the account manager.",
    "Asked for the same courier as last time. Arranged.",
    "客户希望下月续签年度协议，已转客户经理。",
  ],
};

export const ASK_COLLEAGUE: readonly string[] = [
  "could you call back tomorrow before noon?",
  "please have a look, the customer is losing patience.",
  "may we make an exception here?",
  "请明天上午回访一下。",
];

export const AFTERTHOUGHTS: readonly string[] = [
  "Customer called the shop as well, same answer.",
  "Done, customer informed by text message.",
  "已短信告知客户。",
];

export const SUPERVISOR_NOTES: readonly string[] = [
  "Listened to the call: well explained, keep as an example for training.",
  "Hold was too long, we look at it together on Monday.",
  "话术规范，可作为培训案例。",
];

export const DELETION_REASONS: readonly string[] = [
  "Test call from our own telephone",
  "Wrong number, nothing was said",
  "Duplicate of the call before",
  "客户要求删除通话记录",
];
