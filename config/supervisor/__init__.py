"""Keeps the demonstration's processes going, and stops whatever it started."""

import os
import signal
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TextIO

from config.home import Home
from config.processes import wait_for
from config.supervisor import services
from config.supervisor.address import Address
from config.supervisor.child import Child, Service
from config.supervisor.preparing import prepare, sign_ins

GLANCE = 0.5  # seconds between two looks at the processes
HEAD_START = 30.0
LATE = 60.0
STOPS_WITHIN = ((signal.SIGTERM, 6.0), (signal.SIGQUIT, 3.0))


class Supervisor:
    """One site, and the worker, clock and relay of its data folder unless another has them."""

    def __init__(self, *, home: Home, address: Address, say: Callable[[str], None]) -> None:
        self.home = home
        self.address = address
        self.say = say
        self.environment = services.environment(home=home, address=address)
        self.children: list[Child] = []
        self._background: TextIO | None = None
        self._is_announced = False
        self._is_late = False
        self._started_at = 0.0
        self._started_by = os.getppid()

    def run(self) -> None:
        """Serve until told to stop; then stop everything started here, in order."""
        with _stopped_like_ctrl_c():
            try:
                prepare(home=self.home, environment=self.environment)
                self._background = self.home.try_lock("background")
                name = "web" if self._background else f"web-{self.address.port}"
                self.children = [self._child(services.web(self.address, name=name))]
                self._started_at = time.monotonic()
                while not self._is_alone():
                    self._glance()
                    time.sleep(GLANCE)
            except KeyboardInterrupt:
                pass
            finally:
                self._stop()

    def _glance(self) -> None:
        self._mend_engines()
        if self._background is None:
            self._background = self.home.try_lock("background")
        for child in self.children:
            child.tend(self.environment)
        if not self._is_announced:
            self._announce()
        if self._background is not None and len(self.children) == 1 and self._is_time():
            self.children += [self._child(each) for each in services.background(self.home)]

    def _is_time(self) -> bool:
        """The site has the machine to itself until it answers, but not for ever."""
        return self._is_announced or time.monotonic() - self._started_at > HEAD_START

    def _child(self, service: Service) -> Child:
        return Child(service, home=self.home)

    def _mend_engines(self) -> None:
        """Engines of ours that died are started again; where one moved, everyone is told."""
        embedded = sys.modules.get("config.embedded")  # there only where its engines are in use
        if embedded is None:
            return
        changed: dict[str, str] = embedded.mend()
        if changed:
            self.environment |= changed
            for child in self.children:
                child.ask_to_stop()

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address.url}/health/live", timeout=2):  # noqa: S310
                return True
        except urllib.error.HTTPError as answer:
            return answer.code < 500
        except OSError:
            return False

    def _announce(self) -> None:
        """Say where the site is once it answers; when it does not, where to look."""
        if not self._answers():
            if not self._is_late and time.monotonic() - self._started_at > LATE:
                self._is_late = True
                self.say(
                    f"The site does not answer yet. What it says is in {self.home.log}/web.log"
                )
            return
        self._is_announced = True
        self.say(f"\nThroughline is at {self.address.url}\n")
        self.say(sign_ins())
        self.say(
            f"\nLetters it sends are kept in {self.home.mail}, logs in {self.home.log}."
            "\nCtrl-C stops everything."
        )

    def _is_alone(self) -> bool:
        """Started by make, we leave when make has gone, however it went."""
        return "MAKELEVEL" in os.environ and os.getppid() != self._started_by

    def _stop(self) -> None:
        """First the site; then clock, relay and worker, which puts back what it has not done."""
        for together in (self.children[:1], self.children[1:]):
            for how, seconds in STOPS_WITHIN:
                for child in together:
                    child.ask_to_stop(how)
                wait_for(partial(_all_stopped, together), seconds)
            for child in together:
                child.forget()
        if self._background is not None:
            self._background.close()


def _all_stopped(children: list[Child]) -> bool:
    return all(child.has_stopped() for child in children)


@contextmanager
def _stopped_like_ctrl_c() -> Iterator[None]:
    """TERM and a closed terminal stop us as Ctrl-C does; once stopping, nothing hurries us."""
    signals = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

    def leave(_number: int, _frame: object) -> None:
        for number in signals:
            signal.signal(number, signal.SIG_IGN)
        raise KeyboardInterrupt

    for number in signals:
        if number != signal.SIGHUP or signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, leave)  # nohup's wish is kept
    yield
