package org.ssprprefill.graph;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.tenant.Administrators;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.EntraUser;
import org.ssprprefill.tenant.Grants;
import org.ssprprefill.tenant.MethodAnswer;
import org.ssprprefill.tenant.MethodQuery;
import org.ssprprefill.tenant.MethodWrite;
import org.ssprprefill.tenant.MethodsPolicy;
import org.ssprprefill.tenant.Organization;
import org.ssprprefill.tenant.ProbeAnswer;
import org.ssprprefill.tenant.ProbeRequest;
import org.ssprprefill.tenant.Registration;
import org.ssprprefill.tenant.Sku;
import org.ssprprefill.tenant.Tenant;
import org.ssprprefill.tenant.Traffic;
import org.ssprprefill.tenant.UserKey;
import org.ssprprefill.tenant.UserReceiver;
import org.ssprprefill.tenant.WriteAnswer;
import org.ssprprefill.tenant.WritePermit;

/**
 * A tenant reached through Microsoft Graph v1.0 with the Graph SDK. Safe for use from
 * several threads; close it to end its own threads and connections.
 */
public final class GraphTenant implements Tenant {

	private final Tokens tokens;

	private final GraphSender wire;

	private final Waiting waiting;

	private final DirectoryQuestions directory;

	private final MethodsPolicyQuestion policy;

	private final UserList users;

	private final UserDelta changedUsers;

	private final RegistrationList registrations;

	private final GroupMembers groups;

	private final RoleHolders roles;

	private final ParallelMethodReader reading;

	private final MethodWriter writing;

	private GraphTenant(GraphSettings settings, Tokens tokens, GraphSender wire, Waiting waiting) {
		RetryingRequest inquiry = new RetryingRequest(wire, waiting);
		Pages pages = new Pages(inquiry, wire.endpoint());
		this.tokens = tokens;
		this.wire = wire;
		this.waiting = waiting;
		this.directory = new DirectoryQuestions(wire, inquiry, pages);
		this.policy = new MethodsPolicyQuestion(wire, inquiry, settings.cloud());
		this.users = new UserList(wire, inquiry, pages);
		this.changedUsers = new UserDelta(wire.endpoint(), pages, this.users);
		this.registrations = new RegistrationList(wire, inquiry, pages);
		BatchedLists lists = new BatchedLists(wire, inquiry, pages);
		this.groups = new GroupMembers(wire, lists);
		this.roles = new RoleHolders(wire, lists, this.groups);
		this.reading = new ParallelMethodReader(new MethodReader(wire, inquiry, waiting),
				2 * settings.pace().inFlight());
		this.writing = new MethodWriter(wire);
	}

	/**
	 * Prepares a connection. Nothing is sent yet: {@link #signIn()} is the first contact.
	 * @param settings how the tenant is reached
	 * @return the tenant
	 * @throws org.ssprprefill.tenant.TenantRefusedException if the certificate or the
	 * additional authorities cannot be read
	 * @throws IllegalArgumentException if the endpoint is no version root such as
	 * {@code https://graph.microsoft.com/v1.0}, or speaks plain http to another machine
	 */
	public static GraphTenant connect(GraphSettings settings) {
		return connect(settings, new RealTime(InstantSource.system()));
	}

	static GraphTenant connect(GraphSettings settings, Waiting waiting) {
		URI endpoint = Endpoint.checked(settings.endpoint());
		Optional<Trust> trust = settings.trust().map(Trust::with);
		Tokens tokens = new Tokens(new SignIn(settings, Transport.ofLogin(trust, settings.proxy()), waiting).source(),
				waiting);
		Meter meter = new Meter();
		Throttle throttle = new Throttle(settings.pace(), waiting, meter);
		GraphSender wire = new GraphSender(endpoint, Transport.of(trust, settings.proxy()), tokens, throttle, meter,
				new Clocks(waiting));
		return new GraphTenant(settings, tokens, wire, waiting);
	}

	@Override
	public Grants signIn() {
		return TokenClaims.of(this.tokens.current());
	}

	@Override
	public Answer<Organization> organization() {
		return this.directory.organization();
	}

	@Override
	public Answer<Long> users(Consumer<List<EntraUser>> receiver) {
		return this.users.read(receiver);
	}

	@Override
	public Answer<Optional<String>> usersSince(Optional<String> mark, UserReceiver receiver) {
		return this.changedUsers.read(mark, receiver);
	}

	@Override
	public Answer<Long> registrations(Consumer<List<Registration>> receiver) {
		return this.registrations.read(receiver);
	}

	@Override
	public Answer<List<EntraUser>> find(UserKey key) {
		return this.users.find(key);
	}

	@Override
	public Answer<Optional<Registration>> registration(ObjectId user) {
		return this.registrations.of(user);
	}

	@Override
	public Answer<Administrators> administrators() {
		return this.roles.administrators();
	}

	@Override
	public Answer<List<Sku>> skus() {
		return this.directory.skus();
	}

	@Override
	public Answer<MethodsPolicy> methodsPolicy() {
		return this.policy.policy();
	}

	@Override
	public Answer<Boolean> administratorsMayReset() {
		return this.directory.administratorsMayReset();
	}

	@Override
	public Answer<Map<String, String>> roleNames() {
		return this.directory.roleNames();
	}

	@Override
	public Answer<Long> verifiedIdProfiles() {
		return this.directory.verifiedIdProfiles();
	}

	@Override
	public Answer<Set<ObjectId>> usersIn(ObjectId group) {
		return this.groups.transitive(group);
	}

	@Override
	public Map<ObjectId, Answer<Set<ObjectId>>> usersInEach(Set<ObjectId> groups) {
		return this.groups.transitive(groups);
	}

	@Override
	public List<MethodAnswer> readMethods(List<MethodQuery> queries) {
		return this.reading.read(queries);
	}

	@Override
	public List<WriteAnswer> write(List<MethodWrite> writes, WritePermit permit) {
		return this.writing.write(writes, permit);
	}

	@Override
	public ProbeAnswer probe(ProbeRequest request, WritePermit permit) {
		return new ProbeSender(this.wire).send(request, permit);
	}

	@Override
	public Optional<Duration> clockAhead() {
		return this.wire.clocks().ahead();
	}

	@Override
	public Traffic traffic() {
		return this.wire.meter().traffic();
	}

	@Override
	public void stop() {
		this.waiting.stop();
	}

	@Override
	public void close() {
		this.reading.close();
		this.wire.close();
	}

}
