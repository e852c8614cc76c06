"""One round of trouble after the other, by chance from a seed."""

import random
import time
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from threading import Event

from redis import Redis

from tests.faults.running import Site
from tests.faults.servers import Server
from tests.soak.disturbances import Away, Disturbances
from tests.soak.registry_days import RegistryDays
from tests.stand_in import Fault, StandIn
from trialfinder.launch.postgres import Postgres
from trialfinder.launch.valkey import Valkey

LONGEST_OUTAGE = 4.0


class Trouble:
    """What can happen to the site. `done` counts what did, the registry's faults apart.

    Those are only planned here: which of them an answer had is in the registry's own requests.
    """

    def __init__(
        self,
        site: Site,
        stand_in: StandIn,
        postgres: Server[Postgres],
        redis: Server[Valkey],
        *,
        chance: random.Random,
        away: Disturbances,
    ) -> None:
        self.site, self.stand_in, self.postgres, self.redis = site, stand_in, postgres, redis
        self.chance, self.away = chance, away
        self.done: Counter[str] = Counter()
        self.spares_site = False  # its own processes live on, so that their memory can be judged
        self._tick = Event()
        self.days = RegistryDays(stand_in, chance=chance)
        self._deck: list[Fault] = []

    def happen(self) -> None:
        """One thing, or two: a sync is asked for and something breaks meanwhile."""
        if self.chance.random() < 0.8:
            self._ask()
        self.chance.choice(self._possible())()

    def _possible(self) -> list[Callable[[], None]]:
        around: list[Callable[[], None]] = [
            *(self._registry_fails, self._registry_fails, self._registry_moves_on),
            *(self._stop_postgres, self._crash_postgres),
            *(self._empty_redis, self._silence_redis, self._fill_redis),
        ]
        return around if self.spares_site else [*around, self._kill_worker, self._kill_web]

    def keep_running(self) -> None:
        """What a process that ended by itself gets from `./run` and from Docker: a new start."""
        for name, service in self.site.services.items():
            was_running = service.start_again_at is None
            service.look(time.monotonic())
            if was_running and service.start_again_at is not None:
                self.done[f"{name} ended by itself"] += 1

    def _ask(self) -> None:
        task = self.chance.choice(["sync_studies", "sync_studies", "check_for_changes"])
        self.site.ask(task)
        self.done[f"asked for {task}"] += 1

    def _registry_fails(self) -> None:
        self._deck = self._deck or self.chance.sample(list(Fault), len(Fault))
        self.stand_in.faults.add(self._deck.pop(), times=self.chance.choice([1, 1, 2, 5]))

    def _registry_moves_on(self) -> None:
        self.days.move_on()
        self.done["registry moved on"] += 1

    def _kill_worker(self) -> None:
        self._pause(2)
        with self._disturbed(Away.WORKER):
            self.site.kill("worker")
            self.site.start("worker")

    def _kill_web(self) -> None:
        with self._disturbed(Away.WEB):
            self.site.kill("web")
            self.site.start("web")

    def _stop_postgres(self) -> None:
        self._pause(2)
        with self._disturbed(Away.POSTGRES):
            self.postgres.stop()
            self._pause(LONGEST_OUTAGE)
            self.postgres.start()

    def _crash_postgres(self) -> None:
        self._pause(2)
        with self._disturbed(Away.POSTGRES_CRASHED):
            self.postgres.crash()
            self.postgres.start()

    def _empty_redis(self) -> None:
        with self._disturbed(Away.REDIS):
            self.redis.crash()
            self._pause(LONGEST_OUTAGE)
            self.redis.start()

    def _silence_redis(self) -> None:
        with self._disturbed(Away.REDIS_SILENT), Redis.from_url(self.redis.url) as client:
            client.execute_command("CLIENT", "PAUSE", int(1000 * LONGEST_OUTAGE), "ALL")
            self._pause(LONGEST_OUTAGE)

    def _fill_redis(self) -> None:
        with self._disturbed(Away.REDIS_FULL), Redis.from_url(self.redis.url) as client:
            client.config_set("maxmemory", 1)
            self._pause(LONGEST_OUTAGE)
            client.config_set("maxmemory", 0)

    def _disturbed(self, what: Away) -> AbstractContextManager[None]:
        self.done[what] += 1
        return self.away.disturbed(what)

    def _pause(self, longest: float) -> None:
        self._tick.wait(longest * self.chance.random())
