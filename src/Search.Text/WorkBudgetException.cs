namespace Search.Text;

/// <summary>An analysis used up its <see cref="WorkBudget"/>: the text, or a rule that reads it, goes round in circles.</summary>
public sealed class WorkBudgetException() : Exception("The analysis of the text took more steps than its length allows.");
