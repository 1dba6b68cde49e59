"""The desk: cases, drafts, verified answers, gaps and the audit trail. Above the pipeline.

The only code that knows SQLAlchemy. No step of the pipeline imports it: the pipeline sees the
protocol `assistant.verified.VerifiedAnswers`.
"""
