"""A curator's answer above the rules'; it holds from the moment it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from trials.models import Correction, Study
from trials.reading import codebook
from trials.sync.replay import replay

if TYPE_CHECKING:
    CorrectionModelForm = forms.ModelForm[Correction]
    CorrectionModelAdmin = admin.ModelAdmin[Correction]
else:  # Django's own classes take no type arguments when running
    CorrectionModelForm = forms.ModelForm
    CorrectionModelAdmin = admin.ModelAdmin

VOCABULARY: dict[str, set[str]] = {
    "condition": {*codebook.Condition},
    "role": {*codebook.Role},
    "cell_type": {*codebook.CellType},
    "tissue": {*codebook.Tissue},
    "donor": {*codebook.Donor},
    "route": {*codebook.Route},
}
ONE_ANSWER = {"condition", "role", "donor"}
WAITS = (
    "Kept, but it does not hold yet: the stored record is damaged (Sync problems). It holds once "
    "a full sync has fetched the record again."
)


class CorrectionForm(CorrectionModelForm):
    """``answer``: words of the codebook; several, with | between, where several may hold."""

    answer = forms.CharField(help_text="A word of the codebook (docs/data.md); several with |.")

    class Meta:
        model = Correction
        fields = ("nct_id", "question", "answer", "reason")

    def clean_nct_id(self) -> str:
        nct_id = str(self.cleaned_data["nct_id"]).strip().upper()
        if not Study.objects.filter(nct_id=nct_id).exists():
            raise forms.ValidationError("No study of this site has this id.")
        return nct_id

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        words = [word.strip() for word in str(cleaned.get("answer", "")).split("|")]
        question = str(cleaned.get("question", ""))
        unknown = [word for word in words if word not in VOCABULARY.get(question, set(words))]
        if unknown:
            raise forms.ValidationError(f"Not in the codebook for {question}: {', '.join(unknown)}")
        if question in ONE_ANSWER and len(words) > 1:
            raise forms.ValidationError(f"{question} has one answer.")
        self.instance.value = words[0] if question in ONE_ANSWER else sorted(set(words))
        return cleaned


@admin.register(Correction)
class CorrectionAdmin(CorrectionModelAdmin):
    """Saving or deleting a correction reads the study again at once."""

    form = CorrectionForm
    list_display = ("nct_id", "question", "value", "corrected_by", "corrected_at")
    list_filter = ("question",)
    search_fields = ("nct_id",)

    def save_model(
        self, request: HttpRequest, obj: Correction, form: forms.ModelForm[Correction], change: bool
    ) -> None:
        obj.corrected_by_id = request.user.pk
        obj.corrected_at = timezone.now()
        super().save_model(request, obj, form, change)
        _read_again(request, [obj.nct_id, form.initial.get("nct_id", obj.nct_id)])

    def delete_model(self, request: HttpRequest, obj: Correction) -> None:
        super().delete_model(request, obj)
        _read_again(request, [obj.nct_id])

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Model]) -> None:
        nct_ids = [str(nct_id) for nct_id in queryset.values_list("nct_id", flat=True)]
        super().delete_queryset(request, queryset)
        _read_again(request, nct_ids)


def _read_again(request: HttpRequest, nct_ids: list[str]) -> None:
    ids = list(Study.objects.filter(nct_id__in=nct_ids).values_list("pk", flat=True))
    if replay(ids, now=timezone.now()) < len(ids):
        messages.warning(request, WAITS)
