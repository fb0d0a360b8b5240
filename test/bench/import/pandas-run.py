"""The three questions with pandas, in a process of its own: pandas-run.py FILE ASKED-AS-JSON. Says what is in figures.ts."""
import json
import sys
import time

import numpy as np
import pandas as pd

asked = json.loads(sys.argv[2])
spent = time.process_time()
at = [time.perf_counter()]
sales = pd.read_csv(
    sys.argv[1],
    encoding=asked["encoding"],
    thousands="," if asked["thousands"] else None,
    parse_dates=["order_date"],
    date_format="%d/%m/%Y" if asked["dayFirst"] else "%Y-%m-%d",
)
at.append(time.perf_counter())

worth = sales.groupby("customer")["amount"].sum()
ranked = worth[worth > 0].sort_values(ascending=False)
cumulative = ranked.cumsum().to_numpy()
base = cumulative[-1]
figures = {
    "rows": len(sales),
    "total": float(worth.sum()),
    "k80": int(np.argmax(cumulative >= 0.8 * base)) + 1,
    "top20": float(cumulative[-(-len(ranked) // 5) - 1] / base),
}
at.append(time.perf_counter())

paid = sales[sales["amount"] > 0]
month = paid["order_date"].dt.year * 12 + paid["order_date"].dt.month - 1
months = paid.assign(month=month).groupby(["customer", "month"])["amount"].sum().reset_index()
months["cohort"] = months.groupby("customer")["month"].transform("min")
age = months["month"] - months["cohort"] + 1
figures["cohortHeads"] = len(months)
figures["cohortCheck"] = int(((months["cohort"] % 97 + 1) * age).sum())
figures["cohortMoney"] = float((months["amount"] * age).sum())
at.append(time.perf_counter())

ends = pd.date_range(sales["order_date"].min(), sales["order_date"].max() + pd.offsets.MonthEnd(0), freq="ME")
before = pd.Series(dtype=float)
opening = churned = check = 0
money = 0.0
for end in ends:
    window = paid[(paid["order_date"] > end - pd.Timedelta(days=90)) & (paid["order_date"] <= end)]
    now = window.groupby("customer")["amount"].sum()
    lost = before[~before.index.isin(now.index)]
    opening += len(before)
    churned += len(lost)
    check += len(lost) * ((end.year * 12 + end.month - 1) % 97 + 1)
    money += float(lost.sum())
    before = now
figures |= {"churnOpening": opening, "churned": churned, "churnCheck": check, "churnMoney": money}
at.append(time.perf_counter())
took = [1000 * (b - a) for a, b in zip(at, at[1:])]
phases = dict(zip(["parse", "pareto", "cohort", "churn"], took))
cpu = 1000 * (time.process_time() - spent)
print(json.dumps({"cpu": cpu, "total": sum(took), "phases": phases, "figures": figures}))
