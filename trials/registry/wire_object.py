"""What every JSON object of the registry has in common."""

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel


class Wire(BaseModel):
    """A JSON object of the registry: camelCase names, fields we don't know ignored."""

    model_config = ConfigDict(alias_generator=to_camel, frozen=True, extra="ignore")
