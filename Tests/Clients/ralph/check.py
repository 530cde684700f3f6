"""Reads statements and says what Ralph's own strict xAPI models find wrong with each, as JSON; run with Ralph's Python.

Ralph's HTTP interface looks at a few parts of a statement only; these models look at everything.
"""

import json
import sys

from pydantic import ValidationError
from ralph.models.xapi.base.statements import BaseXapiStatement


def flaws(statement: dict) -> list[str]:
    try:
        BaseXapiStatement.model_validate_json(json.dumps(statement))
    except ValidationError as error:
        return [f"{statement.get('verb', {}).get('id')}: {'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()]
    return []


json.dump([flaw for statement in json.load(sys.stdin) for flaw in flaws(statement)], sys.stdout)
