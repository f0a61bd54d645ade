'use strict';
/* The table of people: search, filter, sort and pages over the data in this file. It asks nothing of anybody. */
(() => {
	const PAGE = 25;
	const NAME = 0, ID = 1, GROUP = 2, MATTERS = 3, REMEDY = 4, FILE = 5, LINE = 6;
	const source = document.getElementById('people-data');
	const language = document.documentElement.lang;

	/* Browsers break a date at its hyphens; the text stays as it is. */
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	const dated = [];
	while (walker.nextNode()) {
		if (/\d{4}-\d\d/.test(walker.currentNode.data) && !walker.currentNode.parentElement.closest('svg, script, option')) {
			dated.push(walker.currentNode);
		}
	}
	dated.forEach((node) => node.replaceWith(...node.data.split(/(\b(?:19|20)\d\d-\d\d(?:-\d\d)?\b)/).map((part, at) => {
		const date = document.createElement('span');
		date.className = 'date';
		date.textContent = part;
		return at % 2 ? date : part;
	})));

	/* What is folded is not printed, so print unfolds it. */
	let unfolded = [];
	addEventListener('beforeprint', () => {
		unfolded = [...document.querySelectorAll('details:not([open])')];
		unfolded.forEach((part) => { part.open = true; });
	});
	addEventListener('afterprint', () => unfolded.forEach((part) => { part.open = false; }));

	if (!source) {
		return;
	}
	const { rows, texts, matters, labels, words } = JSON.parse(source.textContent);
	const find = (id) => document.getElementById('people-' + id);
	const table = find('table'), body = table.tBodies[0], search = find('q'), filter = find('gap'), count = find('count');
	const pager = table.closest('section').querySelector('.pager'), title = find('title'), part = find('part');
	const columns = [...table.tHead.rows[0].cells];
	const names = columns.map((column) => column.textContent);

	const number = new Intl.NumberFormat(language);
	const collator = new Intl.Collator(language), numeric = new Intl.Collator(language, { numeric: true });
	const say = (key, ...values) => words[key].replace(/\{(\d)\}/g, (place, at) => values[at]);
	const people = (many) => say(many === 1 ? 'one' : 'other', number.format(many));
	const why = matters.map((list) => list.map((word) => labels[word]).join(' · '));

	/* What is looked through, made when somebody looks. */
	let hay;
	const haystack = () => hay ??= rows.map((row) =>
		[row[NAME], row[ID], texts[row[GROUP]], texts[row[FILE]]].join('\n').toLocaleLowerCase(language));

	/* A row's place in each order, found out once a column. */
	const orders = {};
	const ranks = (list, by) => {
		const ranked = [];
		list.map((text, at) => at).sort((a, b) => by.compare(list[a], list[b])).forEach((at, rank) => { ranked[at] = rank; });
		return ranked;
	};
	const order = (column) => orders[column] ??= (() => {
		const all = rows.map((row, at) => at);
		const key = {
			name: () => ranks(rows.map((row) => row[NAME]), collator),
			id: () => ranks(rows.map((row) => row[ID]), numeric),
			group: () => { const rank = ranks(texts, numeric); return rows.map((row) => rank[row[GROUP]]); },
			why: () => { const rank = ranks(why, collator); return rows.map((row) => rank[row[MATTERS]]); },
			row: () => all
		}[column]();
		return all.sort((a, b) => key[a] - key[b]);
	})();

	const usual = { gap: '', q: '', sort: 'row', page: 1 };
	let state = { ...usual };

	const chosen = () => {
		const wanted = state.q.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
		const fits = matters.map((list) => !state.gap || list.includes(state.gap));
		const found = order(state.sort.replace('-', '')).filter((at) => fits[rows[at][MATTERS]]
			&& (!wanted.length || wanted.every((word) => haystack()[at].includes(word))));
		return state.sort.startsWith('-') ? found.reverse() : found;
	};

	const make = (tag, ...content) => {
		const element = document.createElement(tag);
		element.append(...content);
		return element;
	};
	const line = (row) => {
		const place = row[LINE] === undefined ? texts[row[FILE]] : say('row', texts[row[FILE]], row[LINE]);
		const reason = make('span', make('strong', why[row[MATTERS]]), ' ' + texts[row[REMEDY]]);
		const at = row[NAME].lastIndexOf('@');
		const name = at < 0 ? [row[NAME] || '–'] : [row[NAME].slice(0, at), make('span', row[NAME].slice(at))];
		const cells = [make('th', ...name), make('td', row[ID]), make('td', texts[row[GROUP]]), make('td', reason),
			make('td', place)];
		cells.forEach((cell, column) => { cell.dataset.label = names[column]; });
		cells[0].scope = 'row';
		cells[0].querySelector('span')?.classList.add('domain');
		cells[3].className = 'why';
		return make('tr', ...cells);
	};

	const show = () => {
		const found = chosen();
		const pages = Math.max(1, Math.ceil(found.length / PAGE));
		state.page = Math.min(Math.max(1, state.page), pages);
		const from = (state.page - 1) * PAGE;
		body.replaceChildren(...found.slice(from, from + PAGE).map((at) => line(rows[at])));
		table.hidden = !found.length;
		search.value = search === document.activeElement ? search.value : state.q;
		filter.value = state.gap;
		const of = found.length === rows.length ? people(rows.length)
			: say('found', number.format(found.length), people(rows.length));
		const page = pages > 1 ? ' · ' + say('page', number.format(state.page), number.format(pages)) : '';
		count.textContent = found.length ? of + page : words.none;
		pager.querySelector('nav').hidden = pages === 1;
		if (part) {
			part.textContent = say('part', number.format(Math.min(from + 1, found.length)),
				number.format(Math.min(from + PAGE, found.length)), number.format(found.length));
			part.hidden = pages === 1;
		}
		pager.querySelectorAll('button').forEach((button) => {
			const back = ['first', 'previous'].includes(button.dataset.to);
			button.setAttribute('aria-disabled', String(back ? state.page === 1 : state.page === pages));
			button.dataset.page = { first: 1, previous: state.page - 1, following: state.page + 1, last: pages }[button.dataset.to];
		});
		columns.forEach((column) => {
			const sorted = column.dataset.sort && column.dataset.sort === state.sort.replace('-', '');
			column.toggleAttribute('aria-sort', Boolean(sorted));
			if (sorted) {
				column.setAttribute('aria-sort', state.sort.startsWith('-') ? 'descending' : 'ascending');
			}
		});
	};

	/* What is seen can be sent to somebody: it stands in the address. */
	const change = (to) => {
		state = { ...state, page: 1, ...to };
		show();
		const told = Object.entries(state).filter(([key, value]) => value !== usual[key]);
		history.replaceState(null, '', '#people' + (told.length ? '?' + new URLSearchParams(told) : ''));
	};
	const restore = () => {
		if (!location.hash.startsWith('#people?')) {
			return;
		}
		const asked = new URLSearchParams(location.hash.slice('#people?'.length));
		const sort = asked.get('sort') ?? usual.sort;
		state = {
			gap: Object.hasOwn(labels, asked.get('gap')) ? asked.get('gap') : usual.gap,
			q: asked.get('q') ?? usual.q,
			sort: columns.some((column) => column.dataset.sort === sort.replace(/^-/, '')) ? sort : usual.sort,
			page: Number.parseInt(asked.get('page'), 10) || usual.page
		};
		title.focus({ preventScroll: true });
		show();
		title.scrollIntoView();
	};

	const counts = {};
	rows.forEach((row) => matters[row[MATTERS]].forEach((word) => { counts[word] = (counts[word] ?? 0) + 1; }));
	filter.append(new Option(say('all', number.format(rows.length)), ''), ...Object.keys(counts)
		.sort((a, b) => counts[b] - counts[a])
		.map((word) => new Option(labels[word] + ' (' + number.format(counts[word]) + ')', word)));
	document.querySelectorAll('a[data-matter]').forEach((link) => {
		if (counts[link.dataset.matter]) {
			link.href = '#people?gap=' + link.dataset.matter;
		}
	});
	columns.filter((column) => column.dataset.sort).forEach((column) => {
		const button = document.createElement('button');
		button.type = 'button';
		button.textContent = column.textContent;
		button.addEventListener('click', () =>
			change({ sort: (state.sort === column.dataset.sort ? '-' : '') + column.dataset.sort }));
		column.replaceChildren(button);
	});
	search.addEventListener('input', () => change({ q: search.value.trim() }));
	filter.addEventListener('change', () => change({ gap: filter.value }));
	pager.addEventListener('click', (event) => {
		const button = event.target.closest('button');
		if (button && button.getAttribute('aria-disabled') === 'false') {
			change({ page: Number(button.dataset.page) });
			title.scrollIntoView();
		}
	});
	part?.classList.add('paper');
	addEventListener('hashchange', restore);
	table.closest('section').querySelectorAll('.tools, .pager').forEach((controls) => { controls.hidden = false; });
	show();
	restore();
})();
