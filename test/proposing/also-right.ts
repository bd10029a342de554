/**
 * Where a proposal differs from the mapping made by hand and is right all the same, by folder: what it reads, and why
 * that is as good. Each line was looked at; nothing else may differ.
 */
export const alsoRight: Readonly<Record<string, readonly string[]>> = {
  // a type of customer has a column of its own; by hand it became a dimension
  "airline-satisfaction": ["customers.customer_type ← Customer Type"],
  // the kind of card is the tier the bank gives; two more attributes that sort customers
  "bank-churners": [
    "customers.tier ← Card_Category",
    "customers.dim ← Education_Level",
    "customers.dim ← Marital_Status",
  ],
  // the description of a complaint; by hand it became the title, and both are masked alike
  "cn-car-complaints-utf8bom": ["tickets.verbatim ← desc"],
  // what callers described; the star class is a tier
  "cn-telecom-voice": ["surveys.verbatim ← 用户描述", "customers.tier ← 客户星级标识"],
  // whom it was assigned to, beside who resolved it; the second level of the category; where
  "it-incidents-119998": [
    "tickets.handler ← assigned_to",
    "tickets.subcategory ← subcategory",
    "tickets.region ← location",
  ],
  "it-incidents-uci": ["tickets.handler ← assigned_to", "tickets.region ← location"],
  // the city's own due date
  "nyc311-2024": ["tickets.promised_at ← due_date"],
  // where the passenger lives
  "sfo-survey": ["surveys.region ← Q17COUNTRY"],
  // the product by its name, which a page can show; the customers of the orders
  superstore: [
    "orders.product ← Product Name",
    "customers.customer_id ← Customer ID",
    "customers.customer_name ← Customer Name",
    "customers.segment ← Segment",
  ],
  // one of the five tables repeats what two others tell, and is read for it
  "telco-ibm-tables": [
    "customers.tenure_months ← Tenure",
    "customers.is_churned ← Churn",
    "customers.dim ← Internet Service",
    "contracts.product ← Internet Service",
    "contracts.monthly_amount ← Monthly Charges",
    "contracts.total_amount ← Total Charges",
  ],
  // the status as the source says it, beside whether it means lost; two more attributes
  "telco-maven": ["customers.status ← Customerstatus", "customers.dim ← Internettype", "customers.dim ← Paymentmethod"],
};
