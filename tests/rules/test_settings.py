"""Settings in words: what can be said on the command line, and what is said back."""

import pytest

from orgmodel import api
from orgmodel.model.configuration import ConfigurationError


@pytest.mark.parametrize(
    "key", ["rules", "rules.T001", "rules.T001.max.more", "severity", "severity.T001.max", "preset.T001", "a.b.c"]
)
def test_a_key_has_as_many_parts_as_its_setting(key: str) -> None:
    """Too few parts and too many are no setting; the error says which there are."""
    with pytest.raises(ConfigurationError) as error:
        api.settings(set=[f"{key}=1"])
    assert f"there is no setting ‘{key}’: write one of rules.CODE.OPTION, severity.CODE, preset" in str(error.value)
